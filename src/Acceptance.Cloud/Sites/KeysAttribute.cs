namespace Acceptance.Cloud.Sites;

/// <summary>Says what each key of a table must look like; the site's reader and its schema read it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KeysAttribute(Form form) : Attribute
{
    public Form Form { get; } = form;
}
