namespace Acceptance.Decisions.KnownIssues;

/// <summary>Where what follows must have been seen, measured from where its cause was.</summary>
public enum Bond
{
    /// <summary>Wherever it was seen.</summary>
    Anywhere,

    /// <summary>Of the same victim.</summary>
    SameVictim,

    /// <summary>On a machine that the cause's victim is, carries, or runs on.</summary>
    OnItsMachine,

    /// <summary>It points at a unit on a machine of the cause.</summary>
    PointsAtItsMachine,

    /// <summary>Of an application that has a unit on a machine of the cause.</summary>
    OfAnApplicationOnIt,

    /// <summary>Of the service each unit of which the cause points at.</summary>
    OfTheServiceItPointsAt,
}
