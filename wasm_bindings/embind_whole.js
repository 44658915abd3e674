// The same border with Emscripten's own Embind (emcc --js-library).
mergeInto(LibraryManager.library, {
  looplet_take__deps: ['$Emval', '$values', '_emval_decref'],
  looplet_take: function (handle) {
    var number = values.push(Emval.toValue(handle)) - 1;
    __emval_decref(handle);
    return number;
  },
  looplet_give__deps: ['$Emval', '$values'],
  looplet_give: function (value) {
    var answer = Emval.toHandle(values[value]);
    values.length = 5;
    return answer;
  },
});
