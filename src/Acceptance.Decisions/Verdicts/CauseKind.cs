namespace Acceptance.Decisions.Verdicts;

/// <summary>What a cause is identified by.</summary>
public enum CauseKind
{
    /// <summary>A known issue, by its tag, at a victim.</summary>
    KnownIssue,

    /// <summary>What a question showed of a victim, where no known issue is routed to.</summary>
    Seen,

    /// <summary>A question that was not answered as it must be.</summary>
    Unread,

    /// <summary>A permit that the run lacks, whatever it was wanted for.</summary>
    Permit,

    /// <summary>A red rung whose own verdict has no identity.</summary>
    Rung,

    /// <summary>Something that scenarios share and that could not be had.</summary>
    Resource,

    /// <summary>The run itself could not begin.</summary>
    Run,
}
