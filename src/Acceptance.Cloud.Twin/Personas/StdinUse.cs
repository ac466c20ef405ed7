namespace Acceptance.Cloud.Twin.Personas;

/// <summary>What a script that a persona runs gets as standard input.</summary>
internal enum StdinUse
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>The persona's own.</summary>
    Pass,

    /// <summary>
    /// The persona's own, read to its end whether the script wants it or not, as ssh does (DOCFIX-021).
    /// </summary>
    Greedy,
}
