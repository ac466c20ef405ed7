using System.Text.Json;

namespace Acceptance.StandIns.Tests.AllureNUnit;

public sealed class AllureResultSpecs
{
    private static IEnumerable<string?> Labels(JsonElement result, string name) =>
        result
            .GetProperty("labels")
            .EnumerateArray()
            .Where(label => label.GetProperty("name").GetString() == name)
            .Select(label => label.GetProperty("value").GetString());

    private static JsonElement Step(JsonElement item, string name) =>
        item.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == name);

    [Test]
    public void The_configuration_names_the_directory() =>
        Path.GetFileName(SampleRun.Directory).Should().Be("allure-specs");

    [TestCase("Passes", "passed")]
    [TestCase("Fails", "failed")]
    [TestCase("Breaks", "broken")]
    [TestCase("Skips", "skipped")]
    public void Each_test_is_a_result_with_its_status(string name, string status)
    {
        var result = SampleRun.Result(name);

        result.GetProperty("status").GetString().Should().Be(status);
        result.GetProperty("stage").GetString().Should().Be("finished");
        result.GetProperty("stop").GetInt64().Should().BeGreaterThanOrEqualTo(result.GetProperty("start").GetInt64());
        result.GetProperty("fullName").GetString().Should().Contain($"AllureSample.{name}(");
        result.GetProperty("testCaseId").GetString().Should().HaveLength(32);
    }

    [Test]
    public void Attributes_and_categories_become_labels()
    {
        var result = SampleRun.Result("Passes");

        Labels(result, "suite").Should().Equal("Samples");
        Labels(result, "tag").Should().Equal("first", "second", "Sample");
        Labels(result, "severity").Should().Equal("critical");
        Labels(result, "layer").Should().Equal("octavia");
        Labels(result, "testMethod").Should().Equal("Passes");
        result.GetProperty("description").GetString().Should().Be("Does several things.\n");
        result.GetProperty("links")[0].GetProperty("url").GetString().Should().Be("https://runbook.example/8.5");
    }

    [Test]
    public void Steps_nest_and_hold_their_attachments()
    {
        var result = SampleRun.Result("Passes");

        Step(Step(result, "outer"), "inner").GetProperty("status").GetString().Should().Be("passed");
        var attachment = Step(result, "later").GetProperty("attachments")[0];
        attachment.GetProperty("type").GetString().Should().Be("text/plain");
        var source = attachment.GetProperty("source").GetString()!;
        source.Should().EndWith("-attachment.txt");
        File.ReadAllText(Path.Combine(SampleRun.Directory, source)).Should().Be("seen");
    }

    [Test]
    public void What_a_test_says_on_the_console_is_attached()
    {
        var attachment = SampleRun.Result("Passes").GetProperty("attachments").EnumerateArray().Single();

        attachment.GetProperty("name").GetString().Should().Be("Console Output");
        File.ReadAllText(Path.Combine(SampleRun.Directory, attachment.GetProperty("source").GetString()!))
            .Should()
            .Contain("said");
    }

    [Test]
    public void A_failed_step_says_why()
    {
        Step(SampleRun.Result("Fails"), "counts").GetProperty("status").GetString().Should().Be("failed");
        var broken = Step(SampleRun.Result("Breaks"), "reads");
        broken.GetProperty("status").GetString().Should().Be("broken");
        broken.GetProperty("statusDetails").GetProperty("message").GetString().Should().Be("nothing there");
        SampleRun
            .Result("Skips")
            .GetProperty("statusDetails")
            .GetProperty("message")
            .GetString()
            .Should()
            .Contain("held back by octavia");
    }

    [Test]
    public void Arguments_become_parameters_and_tell_the_cases_apart()
    {
        var cases = SampleRun.Results.Where(result => result.GetProperty("name").GetString() == "Takes").ToArray();

        cases
            .SelectMany(result => result.GetProperty("parameters").EnumerateArray())
            .Select(parameter => $"{parameter.GetProperty("name")}={parameter.GetProperty("value")}")
            .Should()
            .BeEquivalentTo("number=1", "text=\"a\"", "number=2", "text=\"b\"");
        cases.Select(result => result.GetProperty("historyId").GetString()).Should().OnlyHaveUniqueItems();
        cases.Select(result => result.GetProperty("testCaseId").GetString()).Distinct().Should().ContainSingle();
    }

    [Test]
    public void Containers_hold_the_results()
    {
        var children = SampleRun
            .Containers.SelectMany(container => container.GetProperty("children").EnumerateArray())
            .Select(child => child.GetString());

        children
            .Distinct()
            .Should()
            .BeEquivalentTo(SampleRun.Results.Select(result => result.GetProperty("uuid").GetString()));
    }
}
