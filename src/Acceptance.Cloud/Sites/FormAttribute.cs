namespace Acceptance.Cloud.Sites;

/// <summary>
/// Says what a text (or each text of a list or table) must look like; the site's reader and its schema read it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FormAttribute(Form form) : Attribute
{
    public Form Form { get; } = form;
}
