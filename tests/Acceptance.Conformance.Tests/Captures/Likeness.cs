namespace Acceptance.Conformance.Tests.Captures;

/// <summary>What the replay of one capture found.</summary>
public enum Likeness
{
    /// <summary>The same shape: statuses, envelopes, fields and their types, columns, words, exit code.</summary>
    Same,

    /// <summary>Different, and a line in Captures/declared says why that is right.</summary>
    Declared,

    /// <summary>Different, and nobody said why.</summary>
    Different,

    /// <summary>The twin said so itself: 501, or exit 64, "not emulated".</summary>
    NotEmulated,
}
