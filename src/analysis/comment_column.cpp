#include "analysis/comment_column.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"
#include "text/words.h"

namespace looplet {
namespace {

constexpr std::size_t kNameShown = 48;   // code points of a heading in a fault
constexpr std::size_t kNamesShown = 12;  // headings in a fault

std::string folded(std::string_view text) {
  text::WordScanner scanner;
  std::string out;
  scanner.scan(text, [&out](const text::Word& word) {
    if (!out.empty()) out += ' ';
    out += word.key.view();
  });
  return out;
}

bool names_comments(std::string_view heading) {
  const std::string name = folded(heading);
  for (const std::string_view part :
       {"comment",      "feedback",          "verbatim", "reason",
        "why",          "tell us more",      "improve",  "kommentar",
        "grund",        "begr\xC3\xBCndung", "warum",    "commentaire",
        "raison",       "pourquoi",          "avis",     "comentario",
        "motivo",       "por qu\xC3\xA9",    "opini",    "coment\xC3\xA1rio",
        "raz\xC3\xB3n", "open text",         "freitext", "anything else",
        "answer text"}) {
    if (name.find(part) != std::string::npos) return true;
  }
  return name == "text" || name == "note" || name == "notes";
}

struct Texts {
  std::size_t filled = 0;
  std::size_t words = 0;
};

Texts texts_of(const SampleRows& sample, std::size_t first,
               std::size_t column) {
  Texts texts;
  text::WordScanner scanner;
  for (std::size_t row = first; row < sample.size(); ++row) {
    if (column >= sample[row].size() || sample[row][column].empty()) continue;
    ++texts.filled;
    scanner.scan(sample[row][column], [&texts](const text::Word& word) {
      texts.words += word.number ? 0 : 1;
    });
  }
  return texts;
}

std::string headings_of(const SampleRows& sample, int headings) {
  std::string out;
  for (std::size_t i = 0; i < sample[0].size(); ++i) {
    if (i == kNamesShown) {
      return out + " and " + std::to_string(sample[0].size() - i) + " more";
    }
    if (i > 0) out += ", ";
    out += std::to_string(i + 1);
    if (headings == 0) continue;
    out += " '";
    std::string name = sample[0][i];
    std::replace(name.begin(), name.end(), '\n', ' ');
    text::append_shortened(out, name, kNameShown);
    out += "'";
  }
  return out;
}

// make_fault would cut the list; each heading is cut already.
Fault fault_with_list(Code code, std::string_view told,
                      const SampleRows& sample, int headings) {
  const bool two = code == Code::unknown_column;
  Fault fault = make_fault(code, "line 1", {two ? told : "{0}", "{1}"});
  const std::string_view slot = two ? "{1}" : "{0}";
  fault.message.replace(fault.message.rfind(slot), slot.size(),
                        headings_of(sample, headings));
  return fault;
}

}  // namespace

Result<CommentColumn> find_comment_column(const SampleRows& sample,
                                          std::string_view told) {
  if (sample.empty()) return make_fault(Code::no_rows, "line 1");
  CommentColumn column;
  column.header_rows = header_rows(sample);
  column.columns = sample[0].size();
  const auto first = static_cast<std::size_t>(column.header_rows);
  if (!told.empty()) {
    column.how = ColumnFound::told;
    const std::string wanted = folded(told);
    for (std::size_t i = 0; first > 0 && i < column.columns; ++i) {
      if (folded(sample[0][i]) != wanted) continue;
      column.index = i;
      return column;
    }
    std::size_t number = 0;
    for (const char c : told) {
      const bool digit = c >= '0' && c <= '9' && number <= column.columns;
      number = digit ? number * 10 + static_cast<std::size_t>(c - '0')
                     : column.columns + 1;
    }
    if (number < 1 || number > column.columns) {
      return fault_with_list(Code::unknown_column, told, sample,
                             column.header_rows);
    }
    column.index = number - 1;
    return column;
  }
  // A sheet of one column is comments, or nothing that we could tag.
  bool found = column.columns == 1;
  std::size_t most = 0;
  for (std::size_t i = 0; i < column.columns; ++i) {
    bool named = false;
    for (std::size_t row = 0; row < first && row < sample.size(); ++row) {
      named =
          named || (i < sample[row].size() && names_comments(sample[row][i]));
    }
    const Texts texts = texts_of(sample, first, i);
    const bool by_name = column.how == ColumnFound::by_name;
    const bool wordy = texts.filled > 0 && texts.words >= 2 * texts.filled;
    if (named ? by_name && found && texts.words <= most
              : by_name || !wordy || texts.words <= most) {
      continue;
    }
    column.how = named ? ColumnFound::by_name : ColumnFound::by_content;
    column.index = i;
    most = texts.words;
    found = true;
  }
  if (!found) {
    return fault_with_list(Code::no_comment_column, {}, sample,
                           column.header_rows);
  }
  return column;
}

}  // namespace looplet
