using NUnit.Framework.Interfaces;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class RefusedBindingTests
{
    [TestCase("[BeforeFeature] public void Before() { }", "a [BeforeFeature] method must be static")]
    [TestCase("[AfterTestRun] public void After() { }", "a [AfterTestRun] method must be static")]
    [TestCase(
        "[Given(\"a\")] public async void A() => await Task.Yield();",
        "async void cannot be awaited; return Task"
    )]
    [TestCase("[Given(\"a\")] public int A() => 1;", "returns Int32; void, Task and ValueTask are supported")]
    [TestCase("[Given(\"a {int}\")] public void A(int a = 1) { }", "the parameter a is optional")]
    [TestCase("[Given(\"a\")] public void A(CancellationToken stop) { }", "a step takes no CancellationToken")]
    [TestCase("[Given(\"a\")] public void A<T>() { }", "a binding cannot be generic")]
    [TestCase(
        "[Given(\"a {nothing}\")] public void A(string a) { }",
        "{nothing} is no parameter type; there are {string}"
    )]
    [TestCase("[Given(\"a (b\")] public void A() { }", "'(' is empty or never closed")]
    [TestCase("[Given(\"a ({int})\")] public void A(int a) { }", "optional text holds neither parameters")]
    [TestCase("[Given(\"a/ b\")] public void A() { }", "an alternative of '/' is empty")]
    [TestCase("[Given(\"^a ([$\")] public void A(string a) { }", "Invalid pattern")]
    [TestCase(
        "[StepArgumentTransformation] public static void A(string a) { }",
        "a transformation must return what it makes"
    )]
    [TestCase(
        "[StepArgumentTransformation(\"(a)(b)\")] public static Uri A(string a) => new(a);",
        "takes 1 argument(s), and its regex ^(a)(b)$ captures 2"
    )]
    public void FailsInWords(string member, string words)
    {
        var test = FeatureProbe
            .Run("Feature: F\nScenario: S\nGiven nothing", $"[Binding] public class Steps {{ {member} }}")
            .Should()
            .ContainSingle()
            .Subject;

        test.Status.Should().Be(TestStatus.Failed);
        test.Message.Should().Contain("Steps.").And.Contain(words);
    }

    [Test]
    public void ABindingAttributeOutsideABindingClassFailsInWords()
    {
        FeatureProbe
            .Run("Feature: F\nScenario: S\nGiven a", "public class Steps { [Given(\"a\")] public void A() { } }")
            .Should()
            .ContainSingle()
            .Which.Message.Should()
            .Contain("Steps.A carries a binding attribute, and its class is no [Binding]");
    }

    [Test]
    public void AnAbstractOrGenericBindingClassFailsInWords()
    {
        const string Feature = "Feature: F\nScenario: S\nGiven a";

        FeatureProbe
            .Run(Feature, "[Binding] public abstract class Steps { [Given(\"a\")] public void A() { } }")
            .Should()
            .ContainSingle()
            .Which.Message.Should()
            .Contain("its class is abstract");
        FeatureProbe
            .Run(Feature, "[Binding] public class Steps<T> { [Given(\"a\")] public void A() { } }")
            .Should()
            .ContainSingle()
            .Which.Message.Should()
            .Contain("is generic");
    }

    [Test]
    public void WhatABaseClassDeclaresRunsThroughTheBindingClassThatInheritsIt()
    {
        FeatureProbe
            .Run(
                "Feature: F\nScenario: S\nGiven a",
                "public abstract class Base { [Given(\"a\")] public void A() { } } [Binding] public class Steps : Base;"
            )
            .Should()
            .ContainSingle()
            .Which.Status.Should()
            .Be(TestStatus.Passed);
    }

    [Test]
    public void AnInterfaceThatNothingIsRegisteredForFailsInWordsAtItsStep()
    {
        var test = FeatureProbe
            .Run(
                "Feature: F\nScenario: S\nGiven a",
                "public interface INothing; [Binding] public class Steps(INothing nothing) { [Given(\"a\")] public void A() { } }"
            )
            .Should()
            .ContainSingle()
            .Subject;

        test.Message.Should()
            .Contain("nothing is registered for it: Steps -> INothing")
            .And.EndWith("at features/probe.feature:3: Given a");
    }

    [Test]
    public void AHookThatThrowsFailsWhatItStandsBefore()
    {
        const string Feature = "Feature: F\nScenario: S\nGiven a";
        const string Step = "[Given(\"a\")] public void A() { }";

        Message($"[BeforeTestRun] public static void Run() => throw new Exception(\"run\"); {Step}")
            .Should()
            .Contain("run");
        Message($"[BeforeFeature] public static void Feature() => throw new Exception(\"feature\"); {Step}")
            .Should()
            .Contain("feature");
        Message($"[BeforeScenario] public void Scenario() => throw new Exception(\"scenario\"); {Step}")
            .Should()
            .Contain("scenario\n  at features/probe.feature:2: before the first step of \"S\"");
        Message($"[BeforeStep] public void Before() => throw new Exception(\"step\"); {Step}")
            .Should()
            .Contain("step\n  at features/probe.feature:3: Given a");
        Message($"[AfterStep] public void After() => throw new Exception(\"step\"); {Step}")
            .Should()
            .Contain("step\n  at features/probe.feature:3: Given a");
        Message($"[AfterScenario] public void After() => throw new Exception(\"end\"); {Step}").Should().Contain("end");

        static string Message(string members) =>
            FeatureProbe
                .Run(Feature, $"[Binding] public class Steps {{ {members} }}")
                .Should()
                .ContainSingle(test => test.Status == TestStatus.Failed)
                .Subject.Message;
    }
}
