// Embind's JavaScript side for a module whose functions take and give values
// and nothing else (emcc --js-library). Emscripten's own serves classes,
// overloads, 35 types and error messages about them, at 3 KB brotli.
//
// A handle of emscripten::val is the number of its value in `values`, as
// everywhere in the module. The table is cut back when a call from outside
// ends, so no handle outlives its call and none is counted.
mergeInto(LibraryManager.library, {
  _embind_register_function__deps: ['$kept', '$nameAt'],
  _embind_register_function: function (name, count, types, _, invoker, target) {
    Module[nameAt(name)] = function (...args) {
      args = args.map(kept);
      var answer = values[wasmTable.get(invoker)(target, ...args)];
      values.length = 5;
      return answer;
    };
  },
});
