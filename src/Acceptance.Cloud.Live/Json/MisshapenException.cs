namespace Acceptance.Cloud.Live.Json;

/// <summary>
/// An answer lacks a field, or has another type there than its service documents. Caught where the answer was asked
/// for: Garbled.
/// </summary>
internal sealed class MisshapenException(string path, string found, string wanted)
    : Exception($"{path} is {found}, where {wanted} is expected")
{
    public string FieldPath { get; } = path;
}
