namespace Reqnroll.BoDi;

public interface IStrategyRegistration
{
    /// <summary>A new object for whoever asks.</summary>
    IStrategyRegistration InstancePerDependency();

    /// <summary>One object for each container it is registered in: the default.</summary>
    IStrategyRegistration InstancePerContext();
}
