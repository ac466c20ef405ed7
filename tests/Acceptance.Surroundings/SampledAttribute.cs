using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Acceptance.Surroundings;

/// <summary>
/// A test that is one of its fixture's sample: so many of those with this mark run, by the seed, and all of them with
/// ACCEPTANCE_LONG=1. For whole runs as programs, each of which costs what a thousand other tests cost.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SampledAttribute(int size) : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private readonly NUnitTestCaseBuilder _builder = new();

    /// <summary>Where its cases come from, a static member of the fixture; null: it has none.</summary>
    public string? From { get; init; }

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        string[] marked =
        [
            .. method
                .TypeInfo.GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public)
                .Where(one => one.IsDefined<SampledAttribute>(inherit: false))
                .Select(one => one.Name)
                .Order(StringComparer.Ordinal),
        ];
        if (!Breadth.Sample(marked, size).Contains(method.Name))
            return [];
        return From is null
            ? [_builder.BuildTestMethod(method, suite, null)]
            : new TestCaseSourceAttribute(From).BuildFrom(method, suite);
    }
}
