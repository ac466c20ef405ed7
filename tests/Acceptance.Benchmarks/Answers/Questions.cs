namespace Acceptance.Benchmarks.Answers;

/// <summary>The 25 questions.</summary>
internal static class Questions
{
    public static IReadOnlyList<Question> All { get; } =
    [.. IdentityQuestions.All, .. ComputeQuestions.All, .. NetworkQuestions.All, .. ClusterQuestions.All];
}
