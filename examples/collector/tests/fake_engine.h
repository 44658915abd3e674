// An engine that believes what it reads, for tests of everything around it.
//
// Takes {"id","survey","score","seq","complete",...}; a record without id or
// with a survey other than "demo" is refused as the real engine would.
#pragma once

#include <string>

#include "../engine.h"

namespace looplet::collector {

class FakeEngine : public Engine {
 public:
  Verdict judge(std::string_view body) const override;
  bool knows(std::string_view survey) const override;
  std::string estimate(const Tally& tally) const override;
};

/// A record as that engine makes it from `body`.
Record record_from(std::string_view body);

/// A record of the survey "demo" with that id, score and comment.
std::string body_of(std::string_view id, int score,
                    std::string_view comment = "");

}  // namespace looplet::collector
