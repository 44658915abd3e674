// All rows of a file of answers, whatever it is.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/input.h"
#include "looplet/batch_reader.h"

namespace looplet::cli {

/// Calls `start()` and then `use(row)` for each row. When rows turn out to
/// stand for others that were given out, both once more from the beginning:
/// what was counted until then is to be forgotten by `start`. What cannot be
/// read twice is held in memory, if it has ids. `head` is what has been read
/// already. Check `input.error()`; then the reader's source, counts, faults.
template <class Start, class Use>
BatchReader read_batch(Input& input, BatchOptions options,
                       std::string_view head, Start&& start, Use&& use) {
  options.hold = !input.can_rewind();
  for (;;) {
    BatchReader reader(options);
    start();
    push_rows(reader, head, use);
    while (const std::size_t count = input.read(reader.room())) {
      reader.fill(count);
      while (const BatchRow* row = reader.next()) use(*row);
    }
    if (!input.error().empty()) return reader;
    finish_rows(reader, use);
    if (reader.settled() || !input.rewind()) return reader;
    options.leave_out = reader.to_leave_out();
    head = {};
  }
}

}  // namespace looplet::cli
