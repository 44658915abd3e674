#include "cli/complain.h"

#include <cstdio>

#include "cli/json_lines.h"
#include "cli/words.h"

namespace looplet::cli {

void complain(std::string_view file, const Fault& fault,
              std::string_view text) {
  constexpr std::string_view kLine = "line ";
  std::string out(file);
  if (fault.where.substr(0, kLine.size()) == kLine) {
    out += ':';
    out += std::string_view(fault.where).substr(kLine.size());
    out += ": ";
  } else {
    const std::int64_t line =
        text.empty() ? 0 : line_of_pointer(text, fault.where);
    if (line > 0) {
      out += ':';
      out += std::to_string(line);
    }
    out += ": ";
    if (!fault.where.empty()) {
      out += fault.where;
      out += ": ";
    }
  }
  out += fault.message;
  out += " [";
  out += code_name(fault.code);
  out += "]\n";
  std::fputs(printable(out).c_str(), stderr);
}

void complain(std::string_view file, const Faults& faults,
              std::int64_t fault_count, std::string_view text) {
  for (const Fault& fault : faults) complain(file, fault, text);
  const std::int64_t more =
      fault_count - static_cast<std::int64_t>(faults.size());
  if (more > 0) {
    std::fprintf(stderr, "%.*s: and %s more faults, not listed\n",
                 static_cast<int>(file.size()), file.data(),
                 grouped(more).c_str());
  }
}

void complain_unreadable(std::string_view file, std::string_view reason) {
  complain(file, make_fault(Code::cannot_read, "", {reason}));
}

}  // namespace looplet::cli
