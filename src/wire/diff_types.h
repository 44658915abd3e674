// The descriptions of changes, translations and what was brought over.
#pragma once

#include "looplet/diff.h"
#include "looplet/migrate.h"
#include "looplet/translations.h"
#include "wire/description.h"

namespace looplet::wire {

extern const Typed<Diff> kDiff;
extern const Typed<Translations> kTranslations;
/// Without the survey, which is a document already.
extern const Typed<Migration> kMigrationNotes;

}  // namespace looplet::wire
