using Acceptance.Cloud;

namespace Acceptance.Decisions.Runs;

/// <summary>How far a deed on the cloud has come, as the journal keeps it.</summary>
public enum DeedOutcome
{
    /// <summary>Written down before it was begun; a run that dies leaves it so.</summary>
    [Word("planned")]
    Planned,

    [Word("done")]
    Done,

    [Word("failed")]
    Failed,

    /// <summary>What was made is gone, proven.</summary>
    [Word("removed")]
    Removed,

    /// <summary>A word of another version: nothing proves that the thing is gone.</summary>
    [Word("unrecognised")]
    Unrecognised,
}
