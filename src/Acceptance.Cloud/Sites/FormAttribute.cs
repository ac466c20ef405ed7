namespace Acceptance.Cloud.Sites;

/// <summary>
/// Says what a text (or each text of a list or table) must look like; the site's reader and its schema read it. A text
/// that has neither a form nor words is refused by both.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FormAttribute(Form form) : Attribute
{
    public Form Form { get; } = form;
}
