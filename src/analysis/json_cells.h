// A record of JSON as the cells of a row. Columns are paths:
//
//   {"id":1,"person":{"email":"a@b.c"},"tags":["x","y"]}
//   id = 1, person.email = a@b.c, tags = "x, y"
//
// Objects in a list are numbered (items.0.name) unless they begin with the
// "step" they answer, as Looplet's own records do (answers.why.value); what
// was written there is also in answers.text. Nothing is kept but one record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace looplet::json_text {

constexpr int kDeepest = 32;
constexpr std::size_t kLateShown = 20;

/// Why a record could not be read.
enum class Trouble : std::uint8_t { none, not_json, too_deep };

class Cells {
 public:
  /// Reads one record. With `learn`, paths that are new become columns; else
  /// they are passed over. A bare value is the column "score".
  Trouble read(std::string_view text, bool learn);

  /// After trouble: lines before the place, and what is wrong there.
  std::int64_t lines_before() const;
  std::string_view reason() const { return reason_; }
  /// A name given twice in this record, of which the first counted; or "".
  std::string_view duplicate() const { return duplicate_; }

  /// The first kLateShown paths that were passed over.
  const std::vector<std::string>& late() const { return late_; }

  const std::vector<std::string>& paths() const { return paths_; }
  /// Empty when this record has none; lives until the next `read`.
  std::string_view cell(std::size_t column) const {
    return column < cells_.size() ? cells_[column] : std::string_view();
  }

 private:
  void start(std::string_view text);
  bool value(int depth);
  bool object(int depth);
  bool list(int depth);
  bool scalar(std::string_view& out);
  bool string(std::string_view& out);
  bool escape();
  bool number();
  bool literal(std::string_view word);
  bool bad(std::string_view reason);
  bool step_of_item(std::string_view& step);
  void put(std::string_view text);
  void gather_text(std::size_t path_size);
  std::size_t column_of(std::string_view path);
  void descend(std::string_view name);
  void skip_blank();
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c);
  std::uint32_t four_digits(bool& good);

  std::string_view text_;
  std::size_t at_ = 0;
  bool learn_ = false;
  Trouble trouble_ = Trouble::none;
  std::string_view reason_;
  std::string duplicate_;
  std::string path_;
  std::string scratch_;  // unescaped texts; does not move within a record
  std::string joined_;   // lists and gathered texts; neither does this
  std::vector<std::string> paths_;
  std::vector<std::string> late_;
  std::unordered_map<std::string, std::size_t> columns_;
  std::size_t guess_ = 0;  // the column that most likely comes next
  std::vector<std::string_view> cells_;
  std::vector<char> given_;
  std::vector<std::size_t> touched_;
};

}  // namespace looplet::json_text
