#include "analysis/comment_column.h"

#include <string>

#include "analysis/heading.h"
#include "text/words.h"

namespace looplet {
namespace {

std::string folded(std::string_view text) {
  text::WordScanner scanner;
  std::string out;
  scanner.scan(text, [&out](const text::Word& word) {
    if (!out.empty()) out += ' ';
    out += word.key.view();
  });
  return out;
}

}  // namespace

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

Result<CommentColumn> find_comment_column(const SampleRows& sample,
                                          std::string_view told) {
  if (sample.empty()) return make_fault(Code::no_rows, "line 1");
  CommentColumn column;
  column.header_rows = header_rows(sample);
  column.columns = sample[0].size();
  const auto first = static_cast<std::size_t>(column.header_rows);
  if (!told.empty()) {
    column.how = ColumnFound::told;
    const auto columns =
        heading::told_columns(sample, column.header_rows, told);
    if (columns.empty()) {
      return heading::fault_with_columns(Code::unknown_column, told, sample,
                                         column.header_rows,
                                         heading::all_columns(sample));
    }
    column.index = columns[0];
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
    if (named ? by_name && found && texts.words <= most
              : by_name || !texts.wordy() || texts.words <= most) {
      continue;
    }
    column.how = named ? ColumnFound::by_name : ColumnFound::by_content;
    column.index = i;
    most = texts.words;
    found = true;
  }
  if (!found) {
    return heading::fault_with_columns(Code::no_comment_column, {}, sample,
                                       column.header_rows,
                                       heading::all_columns(sample));
  }
  return column;
}

}  // namespace looplet
