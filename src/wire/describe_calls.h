// The one description of what calls about surveys ask and answer.
#pragma once

#include "looplet/flow.h"
#include "wire/describe_state.h"

namespace looplet::wire {

template <class V>
void describe(V& v, StartOptions& t) {
  TraitMap traits{t.traits};
  // A browser's language may be anything; one that is no tag finds no match.
  v.field("locale", t.locale, {Need::optional, 0, 100, Form::blank_ok},
          "language wanted, such as de-AT");
  v.field("traits", traits, kOptional, "of the respondent");
  v.field("seed", t.seed, {Need::optional, 0, kMaxInteger},
          "orders shuffled options");
}

template <class V>
void describe(V& v, RecordOptions& t) {
  v.field("id", t.id, {Need::required, 0, 0, Form::uuid},
          "made once, the same on every attempt");
  v.field("clientTime", t.client_time, {Need::required, 0, 0, Form::time},
          "when Send was pressed");
  v.field("sentTime", t.sent_time, {Need::optional, 0, 0, Form::time},
          "of this attempt");
  v.field("page", t.page, {Need::optional, 0, 500, Form::path},
          "path of the page");
  v.field("seq", t.seq, {Need::optional, 0, 1000000},
          "of partial answers with one id");
}

}  // namespace looplet::wire
