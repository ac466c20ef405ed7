namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The one clock of a twin. It stands still until somebody sleeps on it; then, once no request is in flight and
/// everybody who polls on it is asleep, it jumps to the earliest moment that anyone waits for, running the world's
/// own events on the way in their order. Two sleepers therefore never jump past each other's deadline.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _events = new();
    private readonly List<Sleeper> _sleepers = [];
    private DateTimeOffset _now;
    private long _order;
    private int _inFlight;
    private int _awake;

    public VirtualClock(DateTimeOffset start) => _now = start;

    /// <summary>The lock under which the world is read and changed. Events run while it is held.</summary>
    public object Gate { get; } = new();

    /// <summary>How many pollers have joined: while there is one, the clock does not run on its own.</summary>
    public int Joined { get; private set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (Gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A world event: runs under <see cref="Gate"/> when the clock reaches <paramref name="due"/>.</summary>
    public void At(DateTimeOffset due, Action happens)
    {
        lock (Gate)
            _events.Enqueue(happens, (due, _order++));
    }

    public void In(TimeSpan delay, Action happens) => At(GetUtcNow() + delay, happens);

    /// <summary>A request is being answered: the clock does not jump under it.</summary>
    public IDisposable BeginRequest()
    {
        lock (Gate)
            _inFlight++;
        return new Ending(() =>
        {
            lock (Gate)
                _inFlight--;
            JumpIfAllSleep();
        });
    }

    /// <summary>Somebody polls on this clock: while they are awake, nobody else's sleep moves it.</summary>
    public ClockLease Join()
    {
        lock (Gate)
        {
            Joined++;
            _awake++;
        }

        return new ClockLease(this);
    }

    internal void Leave(ClockLease lease)
    {
        lock (Gate)
        {
            Joined--;
            // Whoever leaves while asleep has given their place back already;
            // their sleep must not wake them into it again.
            if (lease.Asleep)
                lease.Asleep = false;
            else
                _awake--;
        }

        JumpIfAllSleep();
    }

    /// <summary>Completes when the clock has moved on by <paramref name="span"/>.</summary>
    public Task Sleep(TimeSpan span, ClockLease? lease = null, CancellationToken cancel = default)
    {
        if (span <= TimeSpan.Zero)
            return Task.CompletedTask;
        var sleeper = new Sleeper(lease);
        lock (Gate)
        {
            sleeper.Due = _now + span;
            if (lease is { HasLeft: false })
            {
                lease.Asleep = true;
                _awake--;
            }

            _sleepers.Add(sleeper);
        }

        sleeper.Registration = cancel.Register(() => Wake(sleeper, cancelled: true));
        JumpIfAllSleep();
        return sleeper.Done.Task;
    }

    /// <summary>Moves the clock by hand, running what falls due on the way.</summary>
    public void Advance(TimeSpan span)
    {
        List<Sleeper> due;
        lock (Gate)
        {
            RunTo(_now + span);
            due = TakeDue();
        }

        foreach (var sleeper in due)
            sleeper.Done.TrySetResult();
    }

    private void JumpIfAllSleep()
    {
        List<Sleeper> due;
        lock (Gate)
        {
            if (_inFlight > 0 || _awake > 0 || _sleepers.Count == 0)
                return;
            RunTo(_sleepers.Min(sleeper => sleeper.Due));
            due = TakeDue();
        }

        foreach (var sleeper in due)
            sleeper.Done.TrySetResult();
    }

    private void RunTo(DateTimeOffset target)
    {
        while (_events.TryPeek(out var happens, out var when) && when.Due <= target)
        {
            _events.Dequeue();
            if (when.Due > _now)
                _now = when.Due;
            happens();
        }

        if (target > _now)
            _now = target;
    }

    private List<Sleeper> TakeDue()
    {
        var due = _sleepers.Where(sleeper => sleeper.Due <= _now).ToList();
        foreach (var sleeper in due)
            Remove(sleeper);
        return due;
    }

    private void Remove(Sleeper sleeper)
    {
        _sleepers.Remove(sleeper);
        if (sleeper.Lease is not { Asleep: true } lease)
            return;
        lease.Asleep = false;
        _awake++;
    }

    private void Wake(Sleeper sleeper, bool cancelled)
    {
        lock (Gate)
        {
            if (!_sleepers.Contains(sleeper))
                return;
            Remove(sleeper);
        }

        if (cancelled)
            sleeper.Done.TrySetCanceled();
        else
            sleeper.Done.TrySetResult();
    }

    private sealed class Sleeper(ClockLease? lease)
    {
        public ClockLease? Lease { get; } = lease;

        public DateTimeOffset Due { get; set; }

        public CancellationTokenRegistration Registration { get; set; }

        // Continuations must not run under the clock's lock.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Ending(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
