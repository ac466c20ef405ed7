namespace Reqnroll.BoDi;

/// <summary>
/// Objects of a run, a feature or a scenario. What a container was not told about it makes itself, once,
/// by the constructor with the most parameters, and disposes of at its end.
/// </summary>
public interface IObjectContainer : IDisposable
{
    event Action<object>? ObjectCreated;

    IStrategyRegistration RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface;

    void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class;

    void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false);

    IStrategyRegistration RegisterFactoryAs<TInterface>(
        Func<IObjectContainer, TInterface> factoryDelegate,
        string? name = null
    );

    IStrategyRegistration RegisterFactoryAs<TInterface>(Func<TInterface> factoryDelegate, string? name = null);

    T Resolve<T>();

    T Resolve<T>(string? name);

    object Resolve(Type typeToResolve, string? name = null);

    IEnumerable<T> ResolveAll<T>()
        where T : class;

    bool IsRegistered<T>(string? name = null);

    bool IsRegistered(Type type, string? name = null);
}
