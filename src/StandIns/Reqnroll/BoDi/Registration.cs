namespace Reqnroll.BoDi;

/// <summary>How one key of a container is made, and what was made for it.</summary>
internal sealed class Registration(Func<ObjectContainer, ResolutionPath, object> make) : IStrategyRegistration
{
    private object? made;
    private bool perDependency;

    public IStrategyRegistration InstancePerDependency()
    {
        perDependency = true;
        return this;
    }

    public IStrategyRegistration InstancePerContext()
    {
        perDependency = false;
        return this;
    }

    public object Resolve(ObjectContainer owner, ResolutionPath path)
    {
        if (perDependency)
        {
            return make(owner, path);
        }

        return made ??= make(owner, path);
    }
}
