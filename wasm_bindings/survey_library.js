// The survey module's way to JavaScript values (emcc --js-library). A value is
// its number in `values`; the first five are as Embind has them. The table
// grows during one call from outside and is cut back when the call ends.
mergeInto(LibraryManager.library, {
  $values: [null, undefined, null, true, false],
  $encoded: 0,
  $kept__deps: ['$values'],
  $kept: function (value) {
    return values.push(value) - 1;
  },

  // The module's memory grows without telling, so no view of it is kept.
  $bytes: function (at, size) {
    return new Uint8Array(wasmMemory.buffer, at, size);
  },

  $text__deps: ['$bytes'],
  $text: function (at, size) {
    return new TextDecoder().decode(bytes(at, size));
  },
  // A name of a description: a text up to a zero, which never moves.
  $names: {},
  $nameAt__deps: ['$names', '$text', '$bytes'],
  $nameAt: function (at) {
    return (names[at] = names[at] || text(at, bytes(at, 64).indexOf(0)));
  },

  // The number of wire::Kind, in the order of the enumeration.
  looplet_kind__deps: ['$values'],
  looplet_kind: function (value) {
    value = values[value];
    return value == null
      ? 0
      : Array.isArray(value)
        ? 4
        : { boolean: 1, number: 2, string: 3, object: 5 }[typeof value] || 6;
  },
  looplet_number__deps: ['$values'],
  looplet_number: function (value) {
    return +values[value];
  },
  looplet_text_size__deps: ['$values', '$encoded'],
  looplet_text_size: function (value) {
    return (encoded = new TextEncoder().encode(values[value])).length;
  },
  looplet_text_copy__deps: ['$encoded', '$bytes'],
  looplet_text_copy: function (to) {
    bytes(to, encoded.length).set(encoded);
  },
  looplet_size__deps: ['$values'],
  looplet_size: function (value) {
    return values[value].length;
  },
  looplet_item__deps: ['$kept'],
  looplet_item: function (list, index) {
    return kept(values[list][index]);
  },
  looplet_member__deps: ['$kept', '$nameAt'],
  looplet_member: function (object, name) {
    object = values[object][nameAt(name)];
    return object === undefined ? 0 : kept(object);
  },
  looplet_members__deps: ['$kept'],
  looplet_members: function (object) {
    return kept(Object.entries(values[object]).flat());
  },

  looplet_new__deps: ['$kept'],
  looplet_new: function (kind) {
    return kept(kind == 4 ? [] : {});
  },
  looplet_new_number__deps: ['$kept'],
  looplet_new_number: function (number) {
    return kept(number);
  },
  looplet_new_text__deps: ['$kept', '$text'],
  looplet_new_text: function (at, size) {
    return kept(text(at, size));
  },
  looplet_set__deps: ['$values', '$nameAt'],
  looplet_set: function (object, name, value) {
    values[object][nameAt(name)] = values[value];
  },
  looplet_set_named__deps: ['$values'],
  looplet_set_named: function (object, name, value) {
    values[object][values[name]] = values[value];
  },
  looplet_push__deps: ['$values'],
  looplet_push: function (list, value) {
    values[list].push(values[value]);
  },
});
