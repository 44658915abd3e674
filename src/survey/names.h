// The public spelling of every enumerator of a survey, in order.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace looplet::names {

using Name = std::string_view;

inline constexpr std::array<Name, 3> kSegments = {"detractor", "passive",
                                                  "promoter"};
inline constexpr std::array<Name, 13> kThemes = {"product_quality",
                                                 "missing_feature",
                                                 "usability",
                                                 "support_speed",
                                                 "support_quality",
                                                 "pricing_value",
                                                 "billing",
                                                 "delivery_logistics",
                                                 "reliability_bugs",
                                                 "performance_speed",
                                                 "account_communication",
                                                 "staff",
                                                 "other"};
inline constexpr std::array<Name, 8> kStepTypes = {
    "nps",     "rating",  "choice",    "text",
    "contact", "consent", "statement", "end"};
inline constexpr std::array<Name, 3> kMetrics = {"other", "csat", "ces"};
inline constexpr std::array<Name, 3> kRatingStyles = {"numbers", "stars",
                                                      "smileys"};
inline constexpr std::array<Name, 3> kContactFields = {"name", "email",
                                                       "phone"};
inline constexpr std::array<Name, 5> kActionKinds = {
    "link", "review", "referral", "case_study", "copy"};

/// Names that no id, trait or language may have: they mean something to the
/// objects of JavaScript.
inline constexpr std::array<Name, 3> kReserved = {"__proto__", "constructor",
                                                  "prototype"};

}  // namespace looplet::names
