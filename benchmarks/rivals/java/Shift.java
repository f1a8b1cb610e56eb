import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractSimplifiedMove;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Move a whole part of the shape (a block, the week, the day), or everything, by some days: hours stay if they can.
 *
 * Without it, a search that moves one or two activities at a time does not leave the first day or week that it found.
 */
public final class Shift extends AbstractSimplifiedMove<Plan> {
    private final List<Part> parts;
    private final Integer[] slots;

    private Shift(List<Part> parts, Integer[] slots) {
        this.parts = parts;
        this.slots = slots;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Plan> director) {
        for (int i = 0; i < slots.length; i++) {
            if (!slots[i].equals(parts.get(i).slot)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Plan> director) {
        for (int i = 0; i < slots.length; i++) {
            Part part = parts.get(i);
            director.beforeVariableChanged(part, "slot");
            part.slot = slots[i];
            director.afterVariableChanged(part, "slot");
        }
    }

    /** One for all of them: with each of them forbidden for a while, nothing would be left to do. */
    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(parts.get(0));
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.of(slots[0]);
    }

    /** Any part of the shape, by any number of days. */
    public static final class Factory implements MoveIteratorFactory<Plan, Shift> {
        @Override
        public long getSize(ScoreDirector<Plan> director) {
            Task task = director.getWorkingSolution().task;
            return (task.shapeWorks.length + 1L) * 2 * task.days;
        }

        @Override
        public Iterator<Shift> createOriginalMoveIterator(ScoreDirector<Plan> director) {
            throw new UnsupportedOperationException("shifts are only drawn at random");
        }

        @Override
        public Iterator<Shift> createRandomMoveIterator(ScoreDirector<Plan> director, Random random) {
            Plan plan = director.getWorkingSolution();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public Shift next() {
                    return drawn(plan, random);
                }
            };
        }

        private static Shift drawn(Plan plan, Random random) {
            Task task = plan.task;
            int which = random.nextInt(task.shapeWorks.length + 1);
            List<Part> parts = plan.parts;
            if (which < task.shapeWorks.length && task.shapeWorks[which].length > 0) {
                parts = java.util.Arrays.stream(task.shapeWorks[which]).mapToObj(plan.parts::get).toList();
            }
            // Half of them by a few days, the others by any number.
            int most = random.nextBoolean() ? Math.min(7, task.days) : task.days;
            int days = random.nextInt(2 * most + 1) - most;
            Integer[] slots = new Integer[parts.size()];
            for (int i = 0; i < slots.length; i++) {
                slots[i] = moved(task, parts.get(i), days, random);
            }
            return new Shift(parts, slots);
        }

        private static Integer moved(Task task, Part part, int days, Random random) {
            int day = part.slot / task.slotsADay + days;
            if (day < 0 || day >= task.days) {
                return part.slot;
            }
            int[] at = task.works[part.id].at;
            int same = part.slot + days * task.slotsADay;
            if (at[same] >= 0) {
                return same;
            }
            int found = part.slot, seen = 0;
            for (int slot = day * task.slotsADay; slot < (day + 1) * task.slotsADay; slot++) {
                if (at[slot] >= 0 && random.nextInt(++seen) == 0) {
                    found = slot;
                }
            }
            return found;
        }
    }
}
