// Which column of a table holds what people wrote.
#include <string>
#include <utility>

#include "analysis/column_chooser.h"
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

// "Comment", "Warum?", "What is the main reason for your score?": in any of
// five languages.
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

// Columns whose words are not what somebody thinks.
bool names_no_comment(std::string_view name) {
  return heading::contains_any(
      heading::key_of(name),
      {"name",  "mail",      "address", "adresse", "url",   "link",
       "agent", "tags",      "phone",   "country", "city",  "segment",
       "group", "label",     "themes",  "_id",     "user_", "status",
       "type",  "permalink", "event",   "title"});
}

// What stands beside a question: the group of its score, the id of its option.
bool names_choice(std::string_view name) {
  const std::string key = heading::key_of(name);
  return heading::contains_any(key, {"_nps_group", "option_id", "___group"});
}

// What a column holds of words, numbers not counted.
struct Texts {
  std::size_t filled = 0;
  std::size_t words = 0;

  // Two words in a cell on the average.
  bool wordy() const { return filled > 0 && words >= 2 * filled; }
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

}  // namespace

// Of columns with the same cells the first; some tools write an answer twice.
void ColumnChooser::drop_alike(Columns& columns) const {
  Columns kept;
  for (const std::size_t column : columns) {
    bool alike = false;
    for (const std::size_t other : kept) {
      bool same = true;
      for (std::size_t row = first_; same && row < sample_.size(); ++row) {
        same = cell(row, column) == cell(row, other);
      }
      alike = alike || same;
    }
    if (!alike) kept.push_back(column);
  }
  columns = std::move(kept);
}

ColumnChooser::Columns ColumnChooser::comments() {
  Columns chosen;
  if (options_.scores_only) return chosen;
  for (const std::string& name : options_.comments) {
    if (const auto column = told(Role::comment, name))
      chosen.push_back(*column);
  }
  if (!options_.comments.empty()) return chosen;
  if (const auto column = of_format(rules_.comment)) {
    use(Role::comment, *column, ColumnFound::by_format);
    return {*column};
  }
  Columns named;
  Columns wordy;
  Columns blank;  // named so, but nobody wrote anything in the sample
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    if (used(i)) continue;
    const Texts texts = texts_of(sample_, first_, i);
    if (texts.words == 0 && texts.filled > 0) continue;
    if (heading::any_of(sample_, headings_, i, names_choice)) continue;
    if (heading::any_of(sample_, headings_, i, names_comments)) {
      (texts.filled > 0 ? named : blank).push_back(i);
    } else if (texts.wordy() && !has_times(i) &&
               !heading::any_of(sample_, headings_, i, names_no_comment)) {
      wordy.push_back(i);
    }
  }
  drop_alike(named);
  drop_alike(wordy);
  if (named.empty() && wordy.empty()) named = std::move(blank);
  const bool by_name = !named.empty();
  if (const auto column =
          take(Role::comment, by_name ? named : wordy,
               by_name ? ColumnFound::by_name : ColumnFound::by_content)) {
    return {*column};
  }
  return {};
}

// For who wants comments and nothing else: a sheet of one column is comments,
// or nothing to read at all; and not to know is a fault.
ColumnChooser::Columns ColumnChooser::comments_wanted() {
  const std::size_t choices = source_.choices.size();
  Columns chosen = comments();
  if (!chosen.empty() || !options_.comments.empty()) return chosen;
  if (source_.choices.size() > choices) {
    Columns offered;
    for (const auto& one : source_.choices.back().candidates) {
      offered.push_back(one.index);
    }
    faults_.push_back(heading::fault_with_columns(Code::ambiguous_column,
                                                  role_name(Role::comment),
                                                  sample_, headings_, offered));
  } else if (sample_[0].size() == 1) {
    use(Role::comment, 0, ColumnFound::by_content);
    chosen = {0};
  } else {
    faults_.push_back(
        heading::fault_with_columns(Code::no_comment_column, {}, sample_,
                                    headings_, heading::all_columns(sample_)));
  }
  return chosen;
}

}  // namespace looplet
