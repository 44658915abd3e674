// The tagger's door: any bytes have tags, the same for the same bytes, with
// places that stand within the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "looplet/themes.h"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  // The first byte chooses the language, or none.
  constexpr std::string_view kLocales[] = {"", "en", "de", "fr", "es", "pt"};
  const std::string_view locale = kLocales[data[0] % 6];
  const std::string_view comment(reinterpret_cast<const char*>(data + 1),
                                 size - 1);
  const looplet::Tagger& tagger = looplet::Tagger::built_in();
  static looplet::TaggerRoom room;  // used again, as hosts do
  const looplet::CommentTags tags = tagger.tag(comment, locale);
  const looplet::TagBits bits = tagger.bits(comment, locale, room);
  demand(bits.sentiment == tags.sentiment);
  demand(bits.sentiment_score == tags.sentiment_score);
  demand(tags.sentiment_score > -1 && tags.sentiment_score < 1);
  std::size_t count = 0;
  for (std::size_t i = 0; i < tagger.theme_ids().size(); ++i) {
    count += bits.themes >> i & 1;
  }
  demand(count == tags.themes.size());
  for (const looplet::ThemeFound& theme : tags.themes) {
    demand(theme.mentions.empty() == (theme.id == "other"));
    demand(theme.id != "other" || tags.themes.size() == 1);
    std::int64_t end = 0;
    for (const looplet::Mention& mention : theme.mentions) {
      demand(mention.start >= end && mention.end > mention.start);
      end = mention.end;
    }
    demand(end <= static_cast<std::int64_t>(comment.size()));
  }
  return 0;
}
