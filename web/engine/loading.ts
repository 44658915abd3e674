// How a module comes to life: bytes that are in the file already, and a factory
// that does not say by itself when they are refused.

export type Factory = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): object;
}) => Promise<unknown>;

/**
 * The module of `bytes`. Rejects when they are refused, as by a content
 * security policy without 'wasm-unsafe-eval'.
 */
export function loadModule<T>(
  createModule: Factory,
  bytes: () => BufferSource,
): Promise<T> {
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(bytes(), imports).then(
          (result) => done(result.instance),
          reject,
        );
        return {};
      },
    }).then((module) => resolve(module as T), reject);
  });
}
