using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Reqnroll.BoDi;

public class ObjectContainer : IObjectContainer
{
    private readonly Lock gate = new();
    private readonly ObjectContainer? parent;
    private readonly Dictionary<(Type Type, string? Name), Registration> registrations = [];
    private readonly HashSet<(Type Type, string? Name)> resolved = [];
    private readonly List<IDisposable> disposables = [];
    private bool disposed;

    public ObjectContainer(IObjectContainer? baseContainer = null)
    {
        parent = (ObjectContainer?)baseContainer;
        RegisterInstanceAs<IObjectContainer>(this);
    }

    public event Action<object>? ObjectCreated;

    public IStrategyRegistration RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface =>
        Register(typeof(TInterface), name, (owner, path) => owner.Create(typeof(TType), path));

    public void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class => RegisterInstanceAs(instance, typeof(TInterface), name, dispose);

    public void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false)
    {
        ArgumentNullException.ThrowIfNull(instance);
        Register(interfaceType, name, (_, _) => instance);
        if (dispose && instance is IDisposable disposable)
        {
            disposables.Add(disposable);
        }
    }

    public IStrategyRegistration RegisterFactoryAs<TInterface>(
        Func<IObjectContainer, TInterface> factoryDelegate,
        string? name = null
    ) => Register(typeof(TInterface), name, (owner, _) => owner.Keep(factoryDelegate(owner)));

    public IStrategyRegistration RegisterFactoryAs<TInterface>(Func<TInterface> factoryDelegate, string? name = null) =>
        Register(typeof(TInterface), name, (owner, _) => owner.Keep(factoryDelegate()));

    public T Resolve<T>() => (T)Resolve(typeof(T));

    public T Resolve<T>(string? name) => (T)Resolve(typeof(T), name);

    public object Resolve(Type typeToResolve, string? name = null) =>
        Resolve(typeToResolve, name, ResolutionPath.Empty);

    public IEnumerable<T> ResolveAll<T>()
        where T : class
    {
        lock (gate)
        {
            return
            [
                .. registrations.Keys.Where(key => key.Type == typeof(T)).ToArray().Select(key => Resolve<T>(key.Name)),
            ];
        }
    }

    public bool IsRegistered<T>(string? name = null) => IsRegistered(typeof(T), name);

    public bool IsRegistered(Type type, string? name = null) => FindOwner((type, name)) is not null;

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            DisposeAll();
        }

        GC.SuppressFinalize(this);
    }

    public override string ToString() =>
        string.Join(Environment.NewLine, registrations.Keys.Select(key => $"{key.Type.FullName} {key.Name}".TrimEnd()));

    private Registration Register(Type type, string? name, Func<ObjectContainer, ResolutionPath, object> make)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (resolved.Contains((type, name)))
            {
                throw new ObjectContainerException(
                    $"An object has already been resolved for the interface \"{type.FullName}\"."
                );
            }

            return registrations[(type, name)] = new Registration(make);
        }
    }

    private object Resolve(Type type, string? name, ResolutionPath path)
    {
        if (type.IsValueType || type == typeof(string))
        {
            throw new ObjectContainerException(
                $"Primitive types or structs cannot be resolved: {path.Describe()}{type.FullName}"
            );
        }

        var owner = FindOwner((type, name)) ?? this;
        lock (owner.gate)
        {
            ObjectDisposedException.ThrowIf(owner.disposed, owner);
            if (!owner.registrations.TryGetValue((type, name), out var registration))
            {
                registration = new Registration((self, steps) => self.Create(type, steps));
                owner.registrations[(type, name)] = registration;
            }

            var made = registration.Resolve(owner, owner == this ? path : ResolutionPath.Empty);
            owner.resolved.Add((type, name));
            return made;
        }
    }

    private ObjectContainer? FindOwner((Type Type, string? Name) key)
    {
        for (var container = this; container is not null; container = container.parent)
        {
            lock (container.gate)
            {
                if (container.registrations.ContainsKey(key))
                {
                    return container;
                }
            }
        }

        return null;
    }

    private object Create(Type type, ResolutionPath path)
    {
        if (type.IsInterface || type.IsAbstract)
        {
            throw new ObjectContainerException(
                $"Interface or abstract class cannot be resolved, nothing is registered for it: {path.Describe()}{type.FullName}"
            );
        }

        var constructor = MostParameters(type);
        var inner = path.Enter(type);
        var arguments = constructor
            .GetParameters()
            .Select(parameter => Resolve(parameter.ParameterType, null, inner))
            .ToArray();
        return Keep(constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null));
    }

    private static ConstructorInfo MostParameters(Type type)
    {
        var constructors = type.GetConstructors() is { Length: > 0 } open
            ? open
            : type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance);
        var longest = constructors
            .GroupBy(constructor => constructor.GetParameters().Length)
            .MaxBy(group => group.Key)!
            .ToArray();
        return longest.Length == 1
            ? longest[0]
            : throw new ObjectContainerException(
                $"Multiple public constructors with same maximum parameter count are not supported! {type.FullName}"
            );
    }

    private object Keep(object? made)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (made is IDisposable disposable && !ReferenceEquals(made, this))
        {
            disposables.Add(disposable);
        }

        ObjectCreated?.Invoke(made);
        return made;
    }

    private void DisposeAll()
    {
        ExceptionDispatchInfo? first = null;
        foreach (var disposable in disposables.Distinct(ReferenceEqualityComparer.Instance).Cast<IDisposable>())
        {
            try
            {
                disposable.Dispose();
            }
            catch (Exception error)
            {
                first ??= ExceptionDispatchInfo.Capture(error);
            }
        }

        registrations.Clear();
        first?.Throw();
    }
}
