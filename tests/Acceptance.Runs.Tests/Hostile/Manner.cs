namespace Acceptance.Runs.Tests.Hostile;

/// <summary>How a service answers through a hostile wire.</summary>
internal enum Manner
{
    /// <summary>Truly: canaries stand in headers and in free texts only.</summary>
    True,

    /// <summary>Each word that it says may be a canary: names, states, reasons.</summary>
    Twisted,

    /// <summary>It refuses, in its own envelope, and says back what it was sent.</summary>
    Refusing,

    /// <summary>It sends elsewhere, with a canary for the target.</summary>
    Redirecting,

    /// <summary>Its headers are longer than any client reads.</summary>
    Overlong,
}
