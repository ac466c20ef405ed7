namespace Acceptance.Cloud.OpenStack;

/// <summary>Who may read an image (Glance's api-ref, image visibility).</summary>
public enum ImageVisibility
{
    [Word("public")]
    Public,

    /// <summary>Whoever knows its id; no list shows it.</summary>
    [Word("community")]
    Community,

    /// <summary>Its project, and those that are its members.</summary>
    [Word("shared")]
    Shared,

    [Word("private")]
    Private,
}
