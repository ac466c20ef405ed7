namespace Acceptance.Cloud.Commands;

/// <summary>Where a command runs.</summary>
public enum Place
{
    /// <summary>The machine that runs the suite, whatever the jumphost is (ssh itself).</summary>
    Here,

    /// <summary>The jumphost: here, or over ssh.</summary>
    Jumphost,

    /// <summary>A unit, through `juju exec`.</summary>
    Unit,

    /// <summary>Another host, through ssh.</summary>
    Host,
}
