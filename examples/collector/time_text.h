// Times as RFC 3339 text and as milliseconds since 1970 (UTC).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace looplet::collector {

using Milliseconds = std::int64_t;

constexpr Milliseconds kSecond = 1000;
constexpr Milliseconds kDay = 24 * 60 * 60 * kSecond;

/// "2026-11-22T07:40:00.123Z": always 24 characters, so that text sorts as
/// time does. Years 0000 to 9999; a time outside them is cut to the nearest.
std::string rfc3339(Milliseconds time);

/// "Sun, 22 Nov 2026 07:40:00 GMT", for HTTP headers.
std::string http_date(Milliseconds time);

/// Reads RFC 3339 with any offset and any fraction (cut to milliseconds), or a
/// bare date as its first instant in UTC. A leap second counts as the second
/// before it.
std::optional<Milliseconds> parse_time(std::string_view text);

/// When it was answered, by the server's clock: the time the answer waited in
/// the browser is `sent - asked` by the browser's own clock, believed between
/// 0 and 30 days. Without both of them, when it was received.
Milliseconds answered_at(Milliseconds received,
                         std::optional<Milliseconds> client_time,
                         std::optional<Milliseconds> sent_time);

}  // namespace looplet::collector
