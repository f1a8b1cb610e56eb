import ai.timefold.solver.core.api.score.buildin.bendable.BendableScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import java.util.Arrays;

/** What a plan is worth: how much it breaks, and the value of each stage. */
public final class Worth implements EasyScoreCalculator<Plan, BendableScore> {
    // The stages, as problem.py numbers them.
    private static final int LATE = 0, MISSED = 1, TWICE = 2, IF_NEEDED = 3, SHAPE = 4, EVENNESS = 5, FINISH = 6,
            LUNCH = 7, WAITING = 8, TRIPS = 9, BALANCE = 10;

    private Task task;
    private int[] start, day, next, head, missed, busy, loads;
    private long[] holds, comes, taken;
    private int[] room;
    private long[] leadsOn;

    private void prepare(Task wanted) {
        if (task == wanted) {
            return;
        }
        task = wanted;
        int works = task.works.length;
        start = new int[works];
        day = new int[works];
        next = new int[works];
        room = new int[works];
        holds = new long[works];
        comes = new long[works];
        taken = new long[works];
        head = new int[task.days];
        Arrays.fill(head, -1);
        leadsOn = new long[task.days];
        missed = new int[task.kinds * task.people];
        busy = new int[task.people];
        loads = new int[task.people];
    }

    @Override
    public BendableScore calculateScore(Plan plan) {
        prepare(plan.task);
        int works = task.works.length, broken = 0, last = -1, lastAny = -1;
        int[] stages = new int[Task.LEVELS];
        for (int i = 0; i < works; i++) {
            Part part = plan.parts.get(i);
            start[i] = part.slot == null ? -1 : part.slot;
            holds[i] = part.panel == null ? 0 : task.panels[part.panel];
            room[i] = part.room == null ? -1 : part.room;
            if (start[i] < 0) {
                day[i] = -1;
                continue;
            }
            day[i] = start[i] / task.slotsADay;
            next[i] = head[day[i]];
            head[day[i]] = i;
            lastAny = Math.max(lastAny, day[i]);
            if (task.works[i].critical) {
                last = Math.max(last, day[i]);
            }
        }
        broken += places(works);
        for (int i = 0; i < works; i++) {
            if (start[i] >= 0) {
                broken += attendance(i, stages);
            }
        }
        if (last < 0) {
            last = lastAny;
        }
        if (last >= 0) {
            stages[LATE] = task.late[last];
            stages[FINISH] = task.finish[last];
        }
        for (int i = 0; i < works; i++) {
            Task.Work work = task.works[i];
            if (start[i] >= 0) {
                if (!work.critical && task.dates[day[i]] > task.report[last]) {
                    broken += task.dates[day[i]] - task.report[last];
                }
                if (work.waits != null) {
                    stages[WAITING] += work.waits[day[i]];
                }
                leadsOn[day[i]] |= task.leads & (work.must | holds[i] | comes[i]);
            }
        }
        for (int i = 0; i < missed.length; i++) {
            if (missed[i] > 0) {
                stages[TWICE] += missed[i] - 1;
                missed[i] = 0;
            }
        }
        for (int i = 0; i < works; i++) {
            if (start[i] >= 0) {
                stages[TRIPS] += Long.bitCount(leadsOn[day[i]]);
                leadsOn[day[i]] = 0;
                head[day[i]] = -1;
            }
        }
        broken += order() + daily() + Shapes.measure(task, day, stages, SHAPE, EVENNESS);
        stages[BALANCE] = balance();
        int[] levels = new int[Task.LEVELS];
        for (int i = 0; i < task.levels.length; i++) {
            levels[i] = -stages[task.levels[i]];
        }
        return BendableScore.of(new int[] {-broken}, levels);
    }

    /** Who is in two places at once, or a room is; note who of others is taken by what they must do. */
    private int places(int works) {
        int broken = 0;
        Arrays.fill(taken, 0);
        Arrays.fill(comes, 0);
        for (int i = 0; i < works; i++) {
            if (start[i] < 0) {
                continue;
            }
            Task.Work one = task.works[i];
            long ours = one.must | holds[i];
            for (int j = next[i]; j >= 0; j = next[j]) {
                Task.Work other = task.works[j];
                long theirs = other.must | holds[j];
                boolean first = start[i] < start[j] + other.length && start[j] < start[i] + one.length;
                if (first) {
                    broken += Long.bitCount(ours & theirs);
                    taken[i] |= theirs;
                    taken[j] |= ours;
                    if (room[i] >= 0 && room[i] == room[j] && one.seated && other.seated) {
                        broken++;
                    }
                } else if (start[j] >= start[i] && start[j] < start[i] + one.length + one.gap) {
                    broken += Long.bitCount(holds[i] & theirs);
                    taken[j] |= holds[i];
                } else if (start[i] >= start[j] && start[i] < start[j] + other.length + other.gap) {
                    broken += Long.bitCount(holds[j] & ours);
                    taken[i] |= holds[j];
                }
            }
        }
        return broken;
    }

    /** Who comes to an activity of those expected; quorum, panel and room. */
    private int attendance(int i, int[] stages) {
        Task.Work work = task.works[i];
        int at = work.at[start[i]], broken = 0;
        long free = work.free[at];
        broken += Long.bitCount(holds[i] & ~free);
        int seats = Integer.MAX_VALUE;
        if (work.seated && room[i] >= 0) {
            if ((work.roomsFree[at] >> room[i] & 1) == 0) {
                broken++;
            }
            seats = task.seats[room[i]] - work.musts - work.panelSize;
            if (seats < 0) {
                broken -= seats;
                seats = 0;
            }
        }
        long elsewhere = taken[i];
        for (int j = head[day[i]]; j >= 0; j = next[j]) {
            if (comes[j] != 0 && start[i] < start[j] + task.works[j].length && start[j] < start[i] + work.length) {
                elsewhere |= comes[j];
            }
        }
        long there = 0;
        int come = 0;
        for (int person : work.expected) {
            long bit = 1L << person;
            if (come < seats && (free & bit) != 0 && (elsewhere & bit) == 0) {
                there |= bit;
                come++;
            } else {
                stages[MISSED]++;
                missed[work.kind * task.people + person]++;
            }
        }
        comes[i] = there;
        broken += Math.max(0, work.quorum - work.musts - come);
        if ((work.reluctant[at] & (work.must | holds[i] | there)) != 0) {
            stages[IF_NEEDED]++;
        }
        if (work.lunch[at]) {
            stages[LUNCH]++;
        }
        return broken;
    }

    private int order() {
        int broken = 0;
        for (Task.Order order : task.orders) {
            int before = start[order.before], after = start[order.after];
            if (before < 0 || after < 0) {
                continue;
            }
            if (after < before + task.works[order.before].length) {
                broken += 1 + Math.max(0, day[order.before] - day[order.after]);
            }
            int[] table = order.unit == 0 ? task.workingDays : task.dates;
            int lag = table[day[order.after]] - table[day[order.before]];
            broken += Math.max(0, order.least - lag);
            if (order.most >= 0) {
                broken += Math.max(0, lag - order.most);
            }
        }
        return broken;
    }

    private int daily() {
        int broken = 0;
        for (Task.Load load : task.loads) {
            for (int a = 0; a < load.works.length; a++) {
                int i = load.works[a];
                if (start[i] < 0) {
                    continue;
                }
                // Each activity beyond the limit is counted once, for each person: by those before it on its day.
                for (long left = holds[i]; left != 0; left &= left - 1) {
                    long bit = left & -left;
                    int before = 0;
                    for (int b = 0; b < a; b++) {
                        int j = load.works[b];
                        if (day[j] == day[i] && (holds[j] & bit) != 0) {
                            before++;
                        }
                    }
                    if (before >= load.most) {
                        broken++;
                    }
                }
            }
        }
        return broken;
    }

    private int balance() {
        int total = 0;
        for (Task.Pool pool : task.pools) {
            Arrays.fill(loads, 0);
            for (int i : pool.works) {
                for (long left = holds[i]; left != 0; left &= left - 1) {
                    loads[Long.numberOfTrailingZeros(left)]++;
                }
            }
            int least = Integer.MAX_VALUE, most = 0;
            for (int member : pool.members) {
                least = Math.min(least, loads[member]);
                most = Math.max(most, loads[member]);
            }
            total += Math.max(0, most - least - 1);
        }
        return total;
    }
}
