namespace Reqnroll;

/// <summary>A bag for what steps share, by type or by key.</summary>
public abstract class ReqnrollContext : Dictionary<string, object>
{
    public Exception? TestError { get; internal set; }

    public void Set<T>(T data) => this[KeyOf<T>()] = data!;

    public void Set<T>(T data, string key) => this[key] = data!;

    public void Set<T>(Func<T> func) => this[KeyOf<T>()] = func;

    public T Get<T>() => Get<T>(KeyOf<T>());

    public T Get<T>(string key) => Unwrap<T>(this[key]);

    public bool TryGetValue<TValue>(out TValue value) => TryGetValue(KeyOf<TValue>(), out value);

    public bool TryGetValue<TValue>(string key, out TValue value)
    {
        var found = base.TryGetValue(key, out var stored);
        value = found ? Unwrap<TValue>(stored!) : default!;
        return found;
    }

    private static T Unwrap<T>(object stored) => stored is Func<T> func ? func() : (T)stored;

    private static string KeyOf<T>() => typeof(T).FullName ?? typeof(T).Name;
}
