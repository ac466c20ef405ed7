using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Operations;

/// <summary>An operation with its values. Only an operation makes one.</summary>
public sealed class OperationCall
{
    internal OperationCall(Operation operation, string path, IReadOnlyList<string> values, Sentence? misfit) =>
        (Operation, Path, Values, Misfit) = (operation, path, values, misfit);

    public Operation Operation { get; }

    /// <summary>The path below the service's root and version, each value escaped.</summary>
    public string Path { get; }

    /// <summary>The values of its open segments, as they are.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Why it is not asked: a value that is no segment, in one sentence. Null: it fits.</summary>
    public Sentence? Misfit { get; }
}
