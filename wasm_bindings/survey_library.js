// The survey module's way to JavaScript values (emcc --js-library). A value is
// its number in `values`; 0, 1 and 2 are null, false and true. The table grows
// during one call from outside and is cut back when its answer is given.
mergeInto(LibraryManager.library, {
  $values: [null, false, true],
  $encoded: 0,

  looplet_take__deps: ['$Emval', '$values'],
  looplet_take: function (handle) {
    return values.push(Emval.toValue(handle)) - 1;
  },
  looplet_give__deps: ['$Emval', '$values'],
  looplet_give: function (value) {
    var answer = Emval.toHandle(values[value]);
    values.length = 3;
    return answer;
  },

  // The number of wire::Kind, in the order of the enumeration.
  looplet_kind__deps: ['$values'],
  looplet_kind: function (value) {
    value = values[value];
    return value == null
      ? 0
      : Array.isArray(value)
        ? 4
        : ['', 'boolean', 'number', 'string', '', 'object'].indexOf(
            typeof value,
          );
  },
  looplet_number__deps: ['$values'],
  looplet_number: function (value) {
    return +values[value];
  },
  looplet_text_size__deps: ['$values', '$encoded'],
  looplet_text_size: function (value) {
    encoded = new TextEncoder().encode(values[value]);
    return encoded.length;
  },
  looplet_text_copy__deps: ['$encoded'],
  looplet_text_copy: function (to) {
    HEAPU8.set(encoded, to);
  },
  looplet_size__deps: ['$values'],
  looplet_size: function (value) {
    return values[value].length;
  },
  looplet_item__deps: ['$values'],
  looplet_item: function (list, index) {
    return values.push(values[list][index]) - 1;
  },
  looplet_member__deps: ['$values'],
  looplet_member: function (object, name) {
    object = values[object][UTF8ToString(name)];
    return object === undefined ? -1 : values.push(object) - 1;
  },
  looplet_members__deps: ['$values'],
  looplet_members: function (object) {
    return values.push(Object.entries(values[object]).flat()) - 1;
  },

  looplet_new__deps: ['$values'],
  looplet_new: function (kind) {
    return values.push(kind == 4 ? [] : {}) - 1;
  },
  looplet_new_number__deps: ['$values'],
  looplet_new_number: function (number) {
    return values.push(number) - 1;
  },
  looplet_new_text__deps: ['$values'],
  looplet_new_text: function (text, size) {
    return values.push(UTF8Decoder.decode(HEAPU8.subarray(text, text + size))) - 1;
  },
  looplet_set__deps: ['$values'],
  looplet_set: function (object, name, value) {
    values[object][values[name]] = values[value];
  },
  looplet_push__deps: ['$values'],
  looplet_push: function (list, value) {
    values[list].push(values[value]);
  },
});
