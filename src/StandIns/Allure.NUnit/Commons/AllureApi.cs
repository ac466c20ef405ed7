using Allure.NUnit.Core;
using NUnit.Framework;

namespace Allure.Net.Commons;

/// <summary>What a test says of itself while it runs: name, labels, steps, attachments.</summary>
public static class AllureApi
{
    private static AllureLifecycle Lifecycle => AllureLifecycle.Instance;

    public static void SetTestName(string newName) => Lifecycle.UpdateTestCase(test => test.name = newName);

    public static void SetDescription(string description) =>
        Lifecycle.UpdateTestCase(test => test.description = description);

    public static void SetDescriptionHtml(string descriptionHtml) =>
        Lifecycle.UpdateTestCase(test => test.descriptionHtml = descriptionHtml);

    /// <summary>In place of the severity it had.</summary>
    public static void SetSeverity(SeverityLevel severity) => SetLabel(Label.Severity(severity));

    /// <summary>In place of the owner it had.</summary>
    public static void SetOwner(string owner) => SetLabel(Label.Owner(owner));

    public static void AddLabel(Label label) => AddLabels(label);

    public static void AddLabel(string name, string value) => AddLabels(new Label { name = name, value = value });

    public static void AddLabels(params Label[] labels) =>
        Lifecycle.UpdateTestCase(test => test.labels.AddRange(labels));

    public static void AddTags(params string[] tags) => AddLabels([.. tags.Select(Label.Tag)]);

    public static void AddParentSuite(string parentSuite) => AddLabel(Label.ParentSuite(parentSuite));

    public static void AddSuite(string suite) => AddLabel(Label.Suite(suite));

    public static void AddSubSuite(string subSuite) => AddLabel(Label.SubSuite(subSuite));

    public static void AddEpic(string epic) => AddLabel(Label.Epic(epic));

    public static void AddFeature(string feature) => AddLabel(Label.Feature(feature));

    public static void AddStory(string story) => AddLabel(Label.Story(story));

    public static void AddLink(string url) => AddLinks(new Link { url = url });

    public static void AddLink(string name, string url) => AddLinks(new Link { name = name, url = url });

    public static void AddLink(string name, string type, string url) =>
        AddLinks(
            new Link
            {
                name = name,
                type = type,
                url = url,
            }
        );

    public static void AddIssue(string name, string url) => AddLink(name, LinkType.ISSUE, url);

    public static void AddTmsItem(string name, string url) => AddLink(name, LinkType.TMS_ITEM, url);

    public static void AddLinks(params Link[] links) => Lifecycle.UpdateTestCase(test => test.links.AddRange(links));

    public static void AddAttachment(string name, string type, string path) =>
        AddAttachment(name, type, File.ReadAllBytes(path), Path.GetExtension(path));

    /// <summary>Belongs to the innermost open step, or to the test.</summary>
    public static void AddAttachment(string name, string type, byte[] content, string fileExtension = "")
    {
        var source = $"{Guid.NewGuid()}{AllureConstants.ATTACHMENT_FILE_SUFFIX}{fileExtension}";
        Lifecycle.Writer.Write(source, content);
        Lifecycle.UpdateExecutableItem(item =>
            item.attachments.Add(
                new Attachment
                {
                    name = name,
                    type = type,
                    source = source,
                }
            )
        );
    }

    public static void Step(string name) => Step(name, () => { });

    public static void Step(string name, Action action) =>
        Run<object?>(
            name,
            () =>
            {
                action();
                return null;
            }
        );

    public static T Step<T>(string name, Func<T> function) => Run(name, function);

    public static async Task Step(string name, Func<Task> action) =>
        await RunAsync<object?>(
            name,
            async () =>
            {
                await action();
                return null;
            }
        );

    public static async Task<T> Step<T>(string name, Func<Task<T>> function) => await RunAsync(name, function);

    private static T Run<T>(string name, Func<T> function)
    {
        var step = Open(name);
        try
        {
            return Passed(step, function());
        }
        catch (Exception thrown)
        {
            Blame(step, thrown);
            throw;
        }
        finally
        {
            Close(step);
        }
    }

    private static async Task<T> RunAsync<T>(string name, Func<Task<T>> function)
    {
        var step = Open(name);
        try
        {
            return Passed(step, await function());
        }
        catch (Exception thrown)
        {
            Blame(step, thrown);
            throw;
        }
        finally
        {
            Close(step);
        }
    }

    private static StepResult Open(string name)
    {
        var step = new StepResult
        {
            name = name,
            stage = Stage.running,
            start = WallClock.Milliseconds(),
        };
        Lifecycle.Enter(step);
        return step;
    }

    private static T Passed<T>(StepResult step, T result)
    {
        step.status = Status.passed;
        return result;
    }

    private static void Blame(StepResult step, Exception thrown)
    {
        step.status = thrown is AssertionException or MultipleAssertException ? Status.failed : Status.broken;
        step.statusDetails = new StatusDetails { message = thrown.Message, trace = thrown.ToString() };
    }

    private static void Close(StepResult step)
    {
        step.stage = Stage.finished;
        step.stop = WallClock.Milliseconds();
        Lifecycle.LeaveStep();
    }

    private static void SetLabel(Label label) =>
        Lifecycle.UpdateTestCase(test =>
        {
            test.labels.RemoveAll(earlier => earlier.name == label.name);
            test.labels.Add(label);
        });
}
