// The survey engine's own core as the collector's judge.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "engine.h"

namespace looplet::collector {

/// Reads and compiles every *.json in the folder (but *.schema.json). Either
/// the engine, or every fault of every file as text, one a line:
/// `file: /steps/2/next: sentence [code]`.
std::variant<std::unique_ptr<Engine>, std::string> load_surveys(
    const std::string& folder);

}  // namespace looplet::collector
