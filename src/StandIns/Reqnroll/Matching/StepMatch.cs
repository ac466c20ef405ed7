using Reqnroll.Discovery;

namespace Reqnroll.Matching;

internal sealed record StepMatch(StepBinding Binding, object[] Arguments, int ScopeMatches)
{
    public bool HasAllParameters => Arguments.Length == Binding.Method.ParameterTypes.Length;
}
