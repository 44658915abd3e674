// Functions of the survey module that JavaScript answers (emcc --js-library).
mergeInto(LibraryManager.library, {
  // wire::Kind of a value, in the order of the enumeration.
  looplet_kind__deps: ['$Emval'],
  looplet_kind: function (handle) {
    var value = Emval.toValue(handle);
    switch (typeof value) {
      case 'boolean': return 1;
      case 'number': return 2;
      case 'string': return 3;
      case 'object': return value === null ? 0 : Array.isArray(value) ? 4 : 5;
      case 'undefined': return 0;
      default: return 6;
    }
  },
});
