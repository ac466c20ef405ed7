using Reqnroll.Generator.Reading;

namespace Reqnroll.Generator;

/// <summary>What one file came to; compared by value, so that an untouched file is not written again.</summary>
internal sealed record FeatureOutput(FeatureFile File, string ClassName, string? Source, Problem[] Problems)
{
    public string FullName => $"{Writing.Namespaces.Of(File)}.{ClassName}";

    public bool Equals(FeatureOutput? other) =>
        other is not null && File == other.File && Source == other.Source && Problems.SequenceEqual(other.Problems);

    public override int GetHashCode() => File.GetHashCode();
}
