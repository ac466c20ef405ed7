namespace Acceptance.Cloud.Twin.World;

/// <summary>Why the world says no; the wire turns it into its service's status and envelope.</summary>
internal enum Refusal
{
    /// <summary>No such thing, or not visible to who asks.</summary>
    NotFound,

    /// <summary>It stands in the way of itself: a state, a name, a child.</summary>
    Conflict,

    /// <summary>The request makes no sense.</summary>
    Invalid,

    /// <summary>The caller's roles do not allow it.</summary>
    Forbidden,

    /// <summary>More than the project may have.</summary>
    OverQuota,
}
