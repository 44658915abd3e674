// The receiver's door: any text as a record. What is read writes and reads
// back the same, and is judged without believing it.
#include <cstddef>
#include <cstdint>

#include "door.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace looplet;  // NOLINT: one function
  static const auto survey = wire::read_survey(fuzz::kSurvey);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto record = wire::read_response(text);
  if (!record) {
    fuzz::demand(!record.faults().empty());
    return 0;
  }
  const std::string written = wire::write_response(**record);
  const auto again = wire::read_response(written);
  if (written.size() <= kMaxRecordBytes) {
    fuzz::demand(again.ok() && **again == **record);
  }
  const Result<Verdict> verdict = judge(*survey, **record);
  if (!verdict) {
    fuzz::demand(!verdict.faults().empty());
    return 0;
  }
  fuzz::demand(verdict->score.has_value() == verdict->segment.has_value());
  if (verdict->score) {
    fuzz::demand(segment_of(*verdict->score) == verdict->segment);
  }
  return 0;
}
