// Embind's JavaScript side for a module whose functions take and give values,
// numbers and nothing (emcc --js-library). Emscripten's own serves classes,
// overloads, 35 types and error messages about them, at 3 KB brotli.
//
// A handle of emscripten::val is the number of its value in `values`, as
// everywhere in the module. The table is cut back when a call from outside
// ends, so no handle outlives its call and none is counted.
mergeInto(LibraryManager.library, {
  $isValue: {},

  _embind_register_void: function () {},
  _embind_register_float: function () {},
  _embind_register_emval__deps: ['$isValue'],
  _embind_register_emval: function (type) {
    isValue[type] = 1;
  },
  _embind_register_function__deps: ['$isValue', '$kept'],
  _embind_register_function: function (name, count, types, _, invoker, target) {
    types >>= 2;
    Module[UTF8ToString(name)] = function () {
      var args = [target];
      for (var i = 1; i < count; i++) {
        var arg = arguments[i - 1];
        args[i] = isValue[HEAP32[types + i]] ? kept(arg) : arg;
      }
      var answer = wasmTable.get(invoker).apply(null, args);
      if (isValue[HEAP32[types]]) answer = values[answer];
      values.length = 5;
      return answer;
    };
  },
  _emval_incref: function () {},
  _emval_decref: function () {},

  looplet_take: function (handle) {
    return handle;
  },
  looplet_give: function (value) {
    return value;
  },
});
