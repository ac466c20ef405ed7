using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Operations;

/// <summary>An operation with its values. Only an operation makes one.</summary>
public sealed class OperationCall
{
    internal OperationCall(Operation operation, string path, Sentence? misfit) =>
        (Operation, Path, Misfit) = (operation, path, misfit);

    public Operation Operation { get; }

    /// <summary>The path below the service's root and version, each value escaped.</summary>
    public string Path { get; }

    /// <summary>Why it is not asked: a value that is no segment, in one sentence. Null: it fits.</summary>
    public Sentence? Misfit { get; }
}
