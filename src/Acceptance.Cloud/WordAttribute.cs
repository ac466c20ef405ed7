namespace Acceptance.Cloud;

/// <summary>
/// The word that a service says for this member, to the letter; the first of several is the plain one. A <c>*</c>
/// stands for what varies within it ("UP 2/3" is said for "UP */*").
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WordAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
