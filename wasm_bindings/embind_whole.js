// The same border with Emscripten's own Embind (emcc --js-library).
mergeInto(LibraryManager.library, {
  looplet_take__deps: ['$Emval', '$values'],
  looplet_take: function (handle) {
    return values.push(Emval.toValue(handle)) - 1;
  },
  looplet_give__deps: ['$Emval', '$values'],
  looplet_give: function (value) {
    var answer = Emval.toHandle(values[value]);
    values.length = 5;
    return answer;
  },
});
