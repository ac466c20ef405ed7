using System.Reflection;

namespace Acceptance.Steps.Tests.InMemory;

/// <summary>
/// A port without a wire: what a test gives an answer for is answered, anything else is a failure that names the
/// question.
/// </summary>
public class Port<T> : DispatchProxy
    where T : class
{
    private readonly Dictionary<string, Func<object?[], object?>> _answers = [];

    public static T That(params (string Question, Func<object?[], object?> Answer)[] answers)
    {
        var port = Create<T, Port<T>>();
        foreach (var (question, answer) in answers)
            ((Port<T>)(object)port)._answers[question] = answer;
        return port;
    }

    protected override object? Invoke(MethodInfo? method, object?[]? arguments) =>
        _answers.TryGetValue(method!.Name.Replace("get_", "", StringComparison.Ordinal), out var answer)
            ? answer(arguments ?? [])
            : throw new InvalidOperationException($"nobody expected {typeof(T).Name}.{method.Name} to be asked");
}
